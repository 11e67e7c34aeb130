import {type Problem, type ProblemCode, type ProblemKind, problemKinds, type Severity, version} from '../../index.ts'

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
const levels: Readonly<Record<Severity, string>> = {error: 'error', warning: 'warning', info: 'note'}

type RuleFacts = ProblemKind & {readonly spec?: string; readonly profiles?: readonly string[]; readonly w3c?: string}

function ruleOf(code: ProblemCode) {
  const {why, bad, good, severity, spec, profiles, w3c}: RuleFacts = problemKinds[code]
  return {
    id: code,
    shortDescription: {text: code.replaceAll('-', ' ')},
    fullDescription: {text: why},
    help: {
      text: `${why}\n\nWrong: ${bad}\nRight: ${good}`,
      markdown: `${why}\n\nWrong:\n\n${fenced(bad)}\n\nRight:\n\n${fenced(good)}`,
    },
    ...(spec === undefined ? {} : {helpUri: spec}),
    defaultConfiguration: {level: levels[severity]},
    properties: {tags: [...(profiles ?? []), ...(w3c === undefined ? [] : [`w3c:${w3c}`])]},
  }
}

function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)))
  return `${fence}\n${text}\n${fence}`
}

function locationOf({file, line, column}: Problem, pathOf: (file: string) => string) {
  if (file === undefined) return []
  const path = pathOf(file)
  const artifactLocation = /^https?:/i.test(path)
    ? {uri: encodeURI(path)}
    : {uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%'}
  const region =
    line === undefined ? {} : {region: {startLine: line, ...(column === undefined ? {} : {startColumn: column})}}
  return [{physicalLocation: {artifactLocation, ...region}}]
}

/**
 * Problems as a SARIF 2.1.0 log, which code scanning of GitHub and editors read.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifLog(problems: readonly Problem[], pathOf: (file: string) => string): object {
  const codes = [...new Set(problems.map(({code}) => code))].sort()
  const results = problems.map((problem) => ({
    ruleId: problem.code,
    ruleIndex: codes.indexOf(problem.code),
    level: levels[problem.severity],
    message: {text: problem.hint === undefined ? problem.message : `${problem.message}\n${problem.hint}`},
    locations: locationOf(problem, pathOf),
  }))
  const driver = {name: 'Castwright', version, semanticVersion: version, rules: codes.map(ruleOf)}
  return {
    $schema: schema,
    version: '2.1.0',
    runs: [{tool: {driver}, columnKind: 'utf16CodeUnits', results}],
  }
}
