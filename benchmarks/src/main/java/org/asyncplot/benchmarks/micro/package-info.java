// SPDX-License-Identifier: Apache-2.0
/** What single operations cost, one class a question, by JMH. */
package org.asyncplot.benchmarks.micro;
