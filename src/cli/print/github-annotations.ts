import type {Problem, Severity} from '../../index.ts'
import {printable} from './terminal-text.ts'

const commands: Readonly<Record<Severity, string>> = {error: 'error', warning: 'warning', info: 'notice'}

function escapeData(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/**
 * A problem as a workflow command, which GitHub shows at the line in the diff. A value that is not escaped would end the
 * command, or begin another one.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
 */
export function githubAnnotation(
  {severity, code, file, line, column, message, hint}: Problem,
  pathOf: (file: string) => string,
): string {
  const properties = Object.entries({
    file: file === undefined ? undefined : pathOf(file),
    line: file === undefined ? undefined : line,
    col: file === undefined || line === undefined ? undefined : column,
    title: code,
  }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`]))
  const text = hint === undefined ? message : `${message}\n${hint}`
  return `::${commands[severity]} ${properties.join(',')}::${escapeData(text)}`
}
