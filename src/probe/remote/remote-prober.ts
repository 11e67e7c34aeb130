import type {MediaReference} from '../../model/media.ts'
import type {MediaPlaces} from '../media-description.ts'
import {hostPace} from './host-pace.ts'
import {httpClient} from './http-client.ts'
import {probeRemoteMedia, type RemoteProbe, type Validators} from './probe-remote-media.ts'
import type {AllowedHosts} from './remote-address.ts'

/** How a probe behaves towards servers. */
export type Manners = {
  readonly requestsPerSecond: number
  /** The pauses before the second, third, … try after a fault that may pass. */
  readonly pausesInMilliseconds: readonly number[]
  readonly silenceInMilliseconds: number
}

/** The number of files that we look at in parallel, each on a connection of its own. */
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
 * Looks at files on servers, under one name and with one pace for all of them. The user agent says who asks and why. If a host
 * refuses this name, we report that, and we do not try another name.
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
