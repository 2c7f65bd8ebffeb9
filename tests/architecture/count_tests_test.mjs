// Goal: the last line of scripts/test tells the truth. Method: ctest reports as they come, and the counts they must give.
import assert from "node:assert/strict";
import { test } from "node:test";
import { count } from "../../scripts/count_tests.mjs";

const doctest = (total, passed, failed) =>
  `[doctest] test cases: ${total} | ${passed} passed | ${failed} failed | 0 skipped`;
const report = (...cases) => `<testsuite name="x">${cases.join("\n")}</testsuite>`;
const testcase = (status, output) =>
  `<testcase name="a" classname="a" time="1" status="${status}"><system-out>${output}</system-out></testcase>`;

const table = [
  ["no report at all", "", { passed: 0, failed: 1 }],
  ["a report without tests", report(), { passed: 0, failed: 1 }],
  ["a doctest program counts by its cases", report(testcase("run", doctest(12, 12, 0))), { passed: 12, failed: 0 }],
  ["failed cases count", report(testcase("fail", doctest(12, 9, 3))), { passed: 9, failed: 3 }],
  ["a leak after all cases passed is a failure", report(testcase("fail", doctest(5, 5, 0))), { passed: 5, failed: 1 }],
  ["a crash before the closing line is a failure", report(testcase("fail", "Segmentation fault")), { passed: 0, failed: 1 }],
  ["a program that was never built is a failure", report(testcase("notrun", "")), { passed: 0, failed: 1 }],
  ["a program without doctest is one test", report(testcase("run", "ok")), { passed: 1, failed: 0 }],
  ["a test without output is one test", report(`<testcase name="a" status="run"/>`), { passed: 1, failed: 0 }],
  ["programs add up", report(testcase("run", doctest(2, 2, 0)), testcase("fail", doctest(3, 2, 1))), { passed: 4, failed: 1 }],
];

for (const [name, text, expected] of table) {
  test(`count: ${name}`, () => assert.deepEqual(count(text), expected));
}
