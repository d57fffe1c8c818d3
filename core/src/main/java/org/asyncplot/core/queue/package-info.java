// SPDX-License-Identifier: Apache-2.0
/** Chronicle Queue, and nobody else names it: append and populate documents, read them in place, damage turned into typed errors. */
package org.asyncplot.core.queue;
