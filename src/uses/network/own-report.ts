import type {WriteReport} from '../../model/output.ts'
import type {LockChange} from '../../plan/identity/lock-file.ts'

/** What happened to the files of the network itself. */
export type OwnReport = WriteReport & {readonly lock: LockChange}

/** A build of the network itself. */
export type OwnBuild = {
  readonly report: OwnReport
  /** What the lock says after it of all that may go: that of a large network takes as long to read as all the rest. */
  readonly takenBack: readonly string[]
}

/** Where the outputs of the shows are, and what is known of them beforehand. */
export type BuiltShows = {
  /** The output of a show, by its name; `undefined` if nobody built it. */
  readonly outputOf: (name: string) => string | undefined
  /** Whether a show has placeholders: nobody has had its network then. */
  readonly isTrial: boolean
}
