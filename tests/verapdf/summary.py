#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads veraPDF's JSON report and prints one PASS or FAIL line per file, with the clauses that failed."""
import json
import sys


def print_failures(details):
    for rule in details.get("ruleSummaries", []):
        if rule["status"] != "failed":
            continue
        print(f"   clause {rule['clause']} test {rule['testNumber']} ({rule['specification']}) "
              f"x{rule['failedChecks']}: {rule['description'][:220]}")
        for check in rule["checks"][:2]:
            print("       at", check["context"][-180:], "|", (check.get("errorMessage") or "")[:200])


def judge(flavour, job):
    """Prints the verdict of one file; true when it passed."""
    name = job["itemDetails"]["name"].split("/")[-1]
    results = job.get("validationResult")
    if not results:
        print(f"ERROR {flavour} {name}: {job.get('taskException') or job.get('taskResult')}")
        return False
    result = results[0] if isinstance(results, list) else results
    details = result["details"]
    print(f"{'PASS' if result['compliant'] else 'FAIL'} {flavour} {name}  rules passed {details['passedRules']} "
          f"failed {details['failedRules']}; checks passed {details['passedChecks']} failed {details['failedChecks']}")
    print_failures(details)
    return result["compliant"]


def main():
    flavour = sys.argv[1]
    try:
        jobs = json.load(sys.stdin)["report"]["jobs"]
    except (ValueError, KeyError):
        print(f"ERROR {flavour}: veraPDF made no report (is the file there, and a PDF?)")
        return 1
    verdicts = [judge(flavour, job) for job in jobs]
    return 0 if verdicts and all(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
