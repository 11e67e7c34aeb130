import {setTimeout as pause} from 'node:timers/promises'

/** Waits for the turn of a request to a host, and makes all requests to it wait. */
export type HostPace = {
  readonly turn: (host: string) => Promise<void>
  /** For a host that says it is busy: it gets no request for this time. */
  readonly hold: (host: string, milliseconds: number) => void
}

/** Sends at most `requestsPerSecond` requests to one host, also if many run at once. */
export function hostPace(requestsPerSecond: number): HostPace {
  const next = new Map<string, number>()
  return {
    turn: async (host) => {
      const now = performance.now()
      const at = Math.max(now, next.get(host) ?? 0)
      next.set(host, at + 1000 / requestsPerSecond)
      if (at > now) await pause(at - now)
    },
    hold: (host, milliseconds) => {
      next.set(host, Math.max(next.get(host) ?? 0, performance.now() + milliseconds))
    },
  }
}
