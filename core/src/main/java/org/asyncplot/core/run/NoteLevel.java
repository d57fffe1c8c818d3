// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.run;

/** How much a note matters. */
public enum NoteLevel {
    /** Something worth finding again. */
    INFO,
    /** Something to look at. */
    WARNING,
    /** Something that went wrong. */
    ERROR
}
