# SPDX-License-Identifier: Apache-2.0
"""Runs in the judge's own Python (scripts/judge-env package). Prints what eark-validator finds wrong in a package in a folder.

A line a finding: specification, rule, place. The program of that name runs one specification and prints the findings of its last
section only; here all sections of CSIP and of SIP are run.
"""
import pathlib
import sys

from eark_validator import packages, rules


def main():
    folder = pathlib.Path(sys.argv[1])
    report = packages.PackageValidator(folder).validation_report
    for message in report.structure.messages:
        if message.severity.value != "Information":
            print("structure", message.rule_id, message.message)
    if report.metadata is None:
        return print("structure none the package can't be looked into")
    for message in report.metadata.schema_results:
        print("schema", message.rule_id, message.message)
    if not report.metadata.schema_results:
        for specification in ("CSIP", "SIP"):
            profile = rules.ValidationProfile.from_specification(specification)
            profile.validate(folder / "METS.xml")
            for findings in profile.get_results().values():
                for one in findings:
                    if one.severity.value == "Error":
                        print(specification, one.rule_id, one.location.description)
    return None


main()
