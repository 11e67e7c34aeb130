import type {Problem, ProblemCode} from './problem.ts'
import type {Severity} from './problem-kind.ts'

/** What a show makes of a kind of problem: it gets another severity, or is not said. The reason is for readers of the show's file. */
export type CheckSetting = {readonly severity: Severity | 'ignore'; readonly reason?: string}

export type CheckSettings = ReadonlyMap<ProblemCode, CheckSetting>

/** Problems as the show's `checks` want them. */
export function withCheckSettings(problems: readonly Problem[], settings: CheckSettings): readonly Problem[] {
  if (settings.size === 0) return problems
  return problems.flatMap((each) => {
    const severity = settings.get(each.code)?.severity ?? each.severity
    // A kind of problem that is mostly a warning can be an error. An error stands, whatever the show makes of the warnings.
    if (each.severity === 'error') return [each]
    return severity === 'ignore' ? [] : [{...each, severity}]
  })
}
