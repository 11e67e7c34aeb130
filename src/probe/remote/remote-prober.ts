import type {MediaReference} from '../../model/media.ts'
import type {MediaPlaces} from '../media-description.ts'
import {hostPace} from './host-pace.ts'
import {httpClient} from './http-client.ts'
import {probeRemoteMedia, type RemoteProbe, type Validators} from './probe-remote-media.ts'
import type {AllowedHosts} from './remote-address.ts'

/** How a probe behaves towards servers. */
export type Manners = {
  readonly requestsPerSecond: number
  /** Before the second, third, … try of what may go better. */
  readonly pausesInMilliseconds: readonly number[]
  readonly silenceInMilliseconds: number
}

/** So many files are looked at at once, on as many connections. */
export const remoteFilesAtOnce = 8

const usualManners: Manners = {
  requestsPerSecond: 50,
  pausesInMilliseconds: [1000, 3000, 9000],
  silenceInMilliseconds: 20_000,
}

export type RemoteProber = {
  readonly probe: (media: MediaReference, places: MediaPlaces, known?: Validators) => Promise<RemoteProbe>
  readonly traffic: () => {readonly requests: number; readonly receivedInBytes: number}
  readonly close: () => void
}

/**
 * Looks at files on servers, under one name and with one pace for all of them. The agent says who asks and what for; a host
 * that refuses it is told about and not deceived with another.
 */
export function remoteProber(
  version: string,
  allowedHosts: AllowedHosts,
  {requestsPerSecond, pausesInMilliseconds, silenceInMilliseconds}: Manners = usualManners,
): RemoteProber {
  const userAgent = `Castwright/${version} (podcast publisher; checks its own enclosures)`
  const client = httpClient({userAgent, allowedHosts, connections: remoteFilesAtOnce, silenceInMilliseconds})
  const connection = {client, pace: hostPace(requestsPerSecond), pausesInMilliseconds}
  return {
    probe: (media, places, known) => probeRemoteMedia(connection, media, places, known),
    traffic: client.traffic,
    close: client.close,
  }
}
