import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import { root } from '../electron/launcher/build.ts';

/** How long a test took, on this machine and beside what else ran on it. */
export interface Took {
  readonly file: string;
  readonly title: string;
  readonly milliseconds: number;
}

/** What a runner counted; `failed` and `unsteady` name tests, each with its reason in short. */
export interface Count {
  readonly passed: number;
  readonly skipped: number;
  readonly failed: readonly string[];
  /** Passed the second time only; they are among the `passed`. */
  readonly unsteady: readonly string[];
  readonly took: readonly Took[];
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullable(),
          duration: z.number().nullish(),
        }),
      ),
    }),
  ),
});

type VitestFile = z.infer<typeof vitestReport>['testResults'][number];

const playwrightSuite = z.object({
  specs: z.array(
    z.object({
      title: z.string(),
      file: z.string(),
      line: z.number(),
      tests: z.array(
        z.object({
          projectName: z.string(),
          status: z.string(),
          results: z.array(
            z.object({ duration: z.number(), errors: z.array(z.object({ message: z.string().optional() })) }),
          ),
        }),
      ),
    }),
  ),
  get suites() {
    return z.array(playwrightSuite).optional();
  },
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), flaky: z.number(), skipped: z.number() }),
  suites: z.array(playwrightSuite),
  errors: z.array(z.object({ message: z.string().optional() })),
});

/** What a test runner says of a failure, on one line: its first words, and what was expected and received. */
function inShort(message = ''): string {
  const lines = stripVTControlCharacters(message).split('\n');
  const values = lines.filter((line, index) => index > 0 && /^\s*(?:Expected|Received|Locator)\b/.test(line));
  return [lines[0] ?? '', ...values.slice(0, 3)].map((line) => line.trim()).join('; ');
}

function read<Report>(file: string, schema: z.ZodType<Report>): Report | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Null when the runner left no report that can be read. */
export function readVitest(file: string): Count | null {
  const report = read(file, vitestReport);
  if (report === null) return null;
  const failed = report.testResults.flatMap((tested) => {
    const tests = troubledTests(tested, 'failed');
    if (tests.length > 0 || tested.status !== 'failed') return tests;
    return [`${path.relative(root, tested.name)}: ${inShort(tested.message)}`];
  });
  // What failed the first time is still told of a test that passed the second time.
  const unsteady = report.testResults.flatMap((tested) => troubledTests(tested, 'passed'));
  const took = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({
      file: path.relative(root, name),
      title: fullName,
      milliseconds: duration ?? 0,
    })),
  );
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, skipped, failed, unsteady, took };
}

function troubledTests({ name, assertionResults }: VitestFile, wanted: 'passed' | 'failed'): readonly string[] {
  return assertionResults
    .filter(
      ({ status, failureMessages }) => status === wanted && (status === 'failed' || (failureMessages ?? []).length > 0),
    )
    .map(
      ({ fullName, failureMessages }) => `${path.relative(root, name)}: ${fullName}: ${inShort(failureMessages?.[0])}`,
    );
}

/** Null when the runner left no report that can be read. */
export function readPlaywright(file: string): Count | null {
  const report = read(file, playwrightReport);
  if (report === null) return null;
  const named = (status: string) => report.suites.flatMap((suite) => specsThatWere(status, suite));
  const outside = report.errors.map(({ message }) => `outside of the tests: ${inShort(message)}`);
  const { expected, flaky, skipped } = report.stats;
  return {
    passed: expected + flaky,
    skipped,
    failed: [...named('unexpected'), ...outside],
    unsteady: named('flaky'),
    took: report.suites.flatMap(timesOf),
  };
}

function timesOf({ specs, suites = [] }: z.infer<typeof playwrightSuite>): readonly Took[] {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests.map(({ results }) => {
      const milliseconds = results.reduce((sum, { duration }) => sum + duration, 0);
      return { file, title, milliseconds };
    }),
  );
  return [...own, ...suites.flatMap(timesOf)];
}

/** Those that took longest, in a line. */
export function slowest(took: readonly Took[], howMany: number): string {
  const seconds = ({ milliseconds }: Took) => `${(milliseconds / 1000).toFixed(1)} s`;
  return took
    .toSorted((one, other) => other.milliseconds - one.milliseconds)
    .slice(0, howMany)
    .map((each) => `${seconds(each)} ${each.file}: ${each.title}`)
    .join('; ');
}

function specsThatWere(wanted: string, { specs, suites = [] }: z.infer<typeof playwrightSuite>): readonly string[] {
  const own = specs.flatMap(({ file, line, title, tests }) =>
    tests
      .filter(({ status }) => status === wanted)
      .map(({ projectName, results }) => {
        const problem = results.flatMap(({ errors }) => errors)[0];
        return `[${projectName}] ${file}:${line} ${title}: ${inShort(problem?.message)}`;
      }),
  );
  return [...own, ...suites.flatMap((suite) => specsThatWere(wanted, suite))];
}
