import type {ProblemCode} from '../../model/problem.ts'

/** Why we could not look at a file on a server. */
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
  /** Given if a later try may succeed: the shortest time to wait before it. */
  readonly retryAfterInMilliseconds?: number
}

/**
 * A fault as an error to throw. Container readers ask for bytes and know nothing of networks, so the fault must pass through them.
 * Only `probeRemoteMedia` catches it.
 */
export function remoteFailure(fault: RemoteFault): Error & {readonly fault: RemoteFault} {
  return Object.assign(new Error(fault.what), {fault})
}

export function faultOf(error: unknown): RemoteFault | undefined {
  return error instanceof Error && 'fault' in error ? (error.fault as RemoteFault) : undefined
}
