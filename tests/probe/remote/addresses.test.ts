import {lookup} from 'node:dns/promises'
import {hostname} from 'node:os'
import {describe, expect, it, onTestFinished} from 'vitest'
import {isPublicAddress} from '../../../src/probe/remote/private-addresses.ts'
import {remoteProber} from '../../../src/probe/remote/remote-prober.ts'
import {content, mediaServer, withRanges} from './media-server.ts'

const server = await mediaServer()
const port = server.host.split(':')[1]
server.serve('/one.mp3', withRanges(content(Buffer.from('secret'))))

async function codesOf(location: string, allowed: readonly string[] = []) {
  const manners = {requestsPerSecond: 1000, pausesInMilliseconds: [], silenceInMilliseconds: 500}
  const prober = remoteProber('0.0.0', new Set(allowed), manners)
  onTestFinished(() => prober.close())
  server.forget()
  const {problems} = await prober.probe({location, kind: 'audio'}, {name: {}, size: {}, duration: {}})
  return problems.map(({code}) => code)
}

describe('addresses', () => {
  it.each([
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.2.1',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::7f00:1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:10.0.0.1',
    '0:0:0:0:0:ffff:c0a8:0101',
    '64:ff9b::7f00:1',
    '64:ff9b::10.0.0.1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    'media.example',
    '',
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each([
    '1.1.1.1',
    '9.255.255.255',
    '100.63.255.255',
    '172.32.0.1',
    '192.167.1.1',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4001::1',
    '::ffff:1.1.1.1',
    '64:ff9b::101:101',
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})

describe('what is refused without a word to anybody', () => {
  it.each([
    `http://127.0.0.1:${port}/one.mp3`,
    `http://2130706433:${port}/one.mp3`,
    `http://0177.0.0.1:${port}/one.mp3`,
    `http://0x7f.1:${port}/one.mp3`,
    `http://127.1:${port}/one.mp3`,
    `http://[::1]:${port}/one.mp3`,
    `http://[::ffff:127.0.0.1]:${port}/one.mp3`,
    `http://localhost:${port}/one.mp3`,
    `http://LOCALHOST.:${port}/one.mp3`,
    `http://one.localhost:${port}/one.mp3`,
    `http://0.0.0.0:${port}/one.mp3`,
    'http://user:password@media.example/one.mp3',
    'http://user@127.0.0.1/one.mp3',
  ])('%s', async (location) => {
    expect(await codesOf(location)).toEqual(['media-address-refused'])
    expect(server.requests).toEqual([])
  })

  it('also a name that leads to a private address, at the moment of connecting', async () => {
    const found = await lookup(hostname()).catch(() => undefined)
    if (found === undefined || isPublicAddress(found.address)) return
    expect(await codesOf(`http://${hostname()}:${port}/one.mp3`)).toEqual(['media-address-refused'])
  })
})

describe('what a show allows', () => {
  it.each(['127.0.0.1', `127.0.0.1:${port}`])('%s is asked', async (host) => {
    expect(await codesOf(server.url('/one.mp3'), [host])).toEqual(['media-not-media'])
  })

  it('is nothing else', async () => {
    expect(await codesOf(server.url('/one.mp3'), ['127.0.0.1:1', 'localhost', 'media.example'])).toEqual([
      'media-address-refused',
    ])
    expect(await codesOf(`http://user:password@127.0.0.1:${port}/one.mp3`, ['127.0.0.1'])).toEqual([
      'media-address-refused',
    ])
  })
})
