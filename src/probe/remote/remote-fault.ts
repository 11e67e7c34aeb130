import type {ProblemCode} from '../../model/problem.ts'

/** Why a file on a server could not be looked at. */
export type RemoteFault = {
  readonly code: Extract<
    ProblemCode,
    | 'media-address-refused'
    | 'media-not-found'
    | 'media-refused'
    | 'media-unreachable'
    | 'media-insecure'
    | 'media-redirects'
    | 'media-length-wrong'
    | 'media-empty'
  >
  /** Continues the sentence "ADDRESS ...". */
  readonly what: string
  readonly hint?: string
  /** Whether it may go better in a moment, and after how long at least. */
  readonly retryAfterInMilliseconds?: number
}

/**
 * A fault as something to throw: container readers ask for bytes and know nothing of networks, so it has to pass through them.
 * `probeRemoteMedia` catches it; nothing else does.
 */
export function remoteFailure(fault: RemoteFault): Error & {readonly fault: RemoteFault} {
  return Object.assign(new Error(fault.what), {fault})
}

export function faultOf(error: unknown): RemoteFault | undefined {
  return error instanceof Error && 'fault' in error ? (error.fault as RemoteFault) : undefined
}
