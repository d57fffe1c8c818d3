// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what the machine lacks. */
@Command(name = "doctor", description = "Say what this machine lacks for asyncplot and what each lack costs, and which options are in force and "
        + "from where. Makes a small file where runs lie, and deletes it.")
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<OptionInForce> options = OptionInForce.all(spec.root());
        List<Finding> findings = findings(options);
        if (json) {
            FindingsJson.write(findings, options, common.out());
        } else {
            print(findings, options);
        }
        return ExitCode.DONE;
    }

    private List<Finding> findings(List<OptionInForce> options) {
        List<Finding> findings = new ArrayList<>();
        findings.add(MachineFindings.java(Runtime.version().feature(), Version.line()));
        findings.add(MachineFindings.jvmAccess());
        String from = options.stream().filter(option -> option.name().equals("runs")).map(OptionInForce::place).findFirst().orElse("default");
        findings.addAll(DiskFindings.of(common.runsDirectory().directory(), from));
        findings.add(DiskFindings.sharedMemory());
        findings.add(MachineFindings.display(System.getProperty("os.name"), System.getenv()));
        findings.addAll(MachineFindings.show());
        findings.add(MachineFindings.fonts());
        return findings;
    }

    private void print(List<Finding> findings, List<OptionInForce> options) {
        int width = findings.stream().mapToInt(finding -> finding.subject().length()).max().orElse(0);
        for (Finding finding : findings) {
            String grade = finding.grade().name().toLowerCase(Locale.ROOT);
            common.out().println(String.format("%-4s  %-" + width + "s  %s", grade, finding.subject(), finding.value()));
            if (!finding.cost().isEmpty()) {
                common.out().println(" ".repeat(width + 8) + finding.cost());
            }
        }
        common.out().println();
        TextTable table = new TextTable("OPTION", "VALUE", "FROM");
        options.forEach(option -> table.add(option.name(), option.value(), option.place()));
        table.print(common.out(), Integer.MAX_VALUE);
    }
}
