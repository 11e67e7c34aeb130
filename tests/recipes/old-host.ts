import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:https'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'

const item = (number: number, title: string) => `
  <item>
    <title>${title}</title>
    <guid isPermaLink="false">urn:host:${number}</guid>
    <pubDate>Sat, 31 Jan 2026 0${number}:00:00 +0000</pubDate>
    <description>&lt;p&gt;${title}, with &lt;a href="https://example.org/"&gt;a link&lt;/a&gt;.&lt;/p&gt;</description>
    <enclosure url="https://media.host.example/${number}.mp3" length="5000000" type="audio/mpeg"/>
    <itunes:duration>600</itunes:duration>
  </item>`

const feed = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
<channel>
  <title>Night Trains</title>
  <link>https://host.example/my-show</link>
  <description>Sleeper trains and the people who run them.</description>
  <language>en</language>
  <itunes:author>Mara Winter</itunes:author>
  <itunes:category text="Society &amp; Culture"><itunes:category text="Places &amp; Travel"/></itunes:category>
  <itunes:explicit>false</itunes:explicit>
  <itunes:image href="https://media.host.example/cover.jpg"/>${item(2, 'North')}${item(1, 'First light')}
</channel>
</rss>
`

/** The host of the recipe, `host.example`, on this machine. `leadTo` has curl go to it, from a home folder. */
export async function openHost(): Promise<{readonly leadTo: (home: string) => void}> {
  const folder = mkdtempSync(join(tmpdir(), 'castwright-host-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const words = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=host.example']
  execFileSync('openssl', [...words, '-keyout', key, '-out', cert], {stdio: 'ignore'})
  const server = createServer({key: readFileSync(key), cert: readFileSync(cert)}, ({url}, response) => {
    if (url === '/my-show.rss') response.writeHead(200, {'Content-Type': 'application/rss+xml'}).end(feed)
    else response.writeHead(404).end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => {
    server.close()
    rmSync(folder, {recursive: true, force: true})
  })
  const {port} = server.address() as AddressInfo
  const settings = ['insecure', `connect-to = "host.example:443:127.0.0.1:${port}"`, '']
  return {leadTo: (home) => writeFileSync(join(home, '.curlrc'), settings.join('\n'))}
}
