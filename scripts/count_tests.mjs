// Counts what ctest ran: node count_tests.mjs REPORT.xml prints "PASSED FAILED".
//
// A doctest program is one ctest test but many test cases, and its closing line has their number:
//   [doctest] test cases:  12 |  11 passed | 1 failed | 0 skipped
// A program that fails without a failed case (a leak, a crash, a time-out) is one failed test more. No report
// at all is one failed test.
import { readFileSync } from "node:fs";

export function count(report) {
  let passed = 0;
  let failed = 0;
  for (const [, attributes, body] of report.matchAll(/<testcase ([^>]*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g)) {
    const ok = /status="run"/.test(attributes);
    const cases = [...(body ?? "").matchAll(
      /\[doctest\] test cases: *(\d+) *\| *(\d+) passed *\| *(\d+) failed/g)].pop();
    if (!cases) {
      if (ok) passed += 1; else failed += 1;
      continue;
    }
    passed += Number(cases[2]);
    failed += ok ? 0 : Math.max(Number(cases[3]), 1);
  }
  return { passed, failed: passed + failed === 0 ? 1 : failed };
}

if (process.argv[1]?.endsWith("count_tests.mjs") && process.argv[2]) {
  let report = "";
  try {
    report = readFileSync(process.argv[2], "utf8");
  } catch {
    // No report: counted as one failed test.
  }
  const { passed, failed } = count(report);
  console.log(`${passed} ${failed}`);
}
