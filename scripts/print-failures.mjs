/**
 * Prints what failed in a report of vitest (`--reporter=json`): the file, the test, and the beginning of its message.
 *
 *     node scripts/print-failures.mjs REPORT.json
 */
import {readFileSync} from 'node:fs'
import {relative} from 'node:path'

const messageLength = 2_000

/**
 * @typedef {{status: string, fullName: string, failureMessages: string[]}} TestReport
 * @typedef {{name: string, status: string, message: string, assertionResults: TestReport[]}} FileReport
 * @type {{testResults: FileReport[]}}
 */
const report = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))

for (const {name, status, message, assertionResults} of report.testResults) {
  const file = relative(process.cwd(), name)
  const failures = assertionResults.filter((test) => test.status === 'failed')
  for (const {fullName, failureMessages} of failures)
    console.log(`FAILED: ${file}: ${fullName}\n${failureMessages.join('\n').slice(0, messageLength)}`)
  // A file that could not be loaded has no test.
  if (status === 'failed' && failures.length === 0) console.log(`FAILED: ${file}\n${message.slice(0, messageLength)}`)
}
