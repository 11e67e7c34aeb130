import {execFileSync, spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {createServer} from 'node:https'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {remoteProber} from '../../../src/probe/remote/remote-prober.ts'

const hasOpenssl = spawnSync('openssl', ['version']).status === 0
if (!hasOpenssl) process.stderr.write('skipped: no openssl to make certificates with\n')

/** A server with a certificate that nobody but itself has signed. */
async function selfSignedServer(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-certificate-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1']
  execFileSync('openssl', [...made, '-subj', '/CN=127.0.0.1', '-keyout', key, '-out', cert], {stdio: 'ignore'})
  const server = createServer({key: readFileSync(key), cert: readFileSync(cert)}, (_request, response) => {
    response.end('secret')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

describe.skipIf(!hasOpenssl)('a certificate that nobody trusts', () => {
  it('is an error, and nothing is read', async () => {
    const location = `https://127.0.0.1:${await selfSignedServer()}/one.mp3`
    const manners = {requestsPerSecond: 100, pausesInMilliseconds: [1], silenceInMilliseconds: 1000}
    const prober = remoteProber('0.0.0', new Set(['127.0.0.1']), manners)
    onTestFinished(() => prober.close())
    const {problems} = await prober.probe({location, kind: 'audio'}, {name: {}, size: {}, duration: {}})
    expect(problems).toMatchObject([
      {code: 'media-insecure', severity: 'error', message: expect.stringContaining('SELF_SIGNED')},
    ])
    expect(prober.traffic()).toEqual({requests: 1, receivedInBytes: 0})
  })
})
