import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {chmodSync, existsSync, mkdtempSync, writeFileSync} from 'node:fs'
import {request} from 'node:http'
import {connect, createServer} from 'node:net'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {onTestFinished} from 'vitest'

/** What a server needs to serve a site: its folder, what Castwright printed for it, and room of its own. */
type Site = {readonly root: string; readonly configuration: string; readonly room: string; readonly port: number}

export type WebServer = {
  readonly host: 'nginx' | 'caddy' | 'apache'
  readonly program: string
  readonly start: (site: Site) => readonly string[]
}

function nginx({root, configuration, room, port}: Site): readonly string[] {
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  writeFileSync(join(room, 'show.conf'), configuration)
  const file = `daemon off; master_process off; pid ${room}/nginx.pid; error_log ${room}/error.log;
events { }
http {
  access_log off;
  include /etc/nginx/mime.types;
  ${paths.map((name) => `${name}_temp_path ${room}/${name};`).join(' ')}
  server { listen 127.0.0.1:${port}; root ${root}; include ${room}/show.conf; }
}
`
  writeFileSync(join(room, 'nginx.conf'), file)
  return ['-c', join(room, 'nginx.conf'), '-e', join(room, 'error.log')]
}

function caddy({root, configuration, room, port}: Site): readonly string[] {
  writeFileSync(join(room, 'show.caddy'), configuration)
  const file = `{\n\tadmin off\n\tauto_https off\n}\nhttp://127.0.0.1:${port} {\n\tbind 127.0.0.1\n\troot * ${root}\n\timport ${room}/show.caddy\n}\n`
  writeFileSync(join(room, 'Caddyfile'), file)
  return ['run', '--config', join(room, 'Caddyfile'), '--adapter', 'caddyfile']
}

const apacheModules = 'mpm_event authz_core mime dir alias headers filter deflate'.split(' ')

/** Its configuration is in the site itself: `.htaccess`. */
function apache({root, room, port}: Site): readonly string[] {
  const file = [
    `ServerRoot ${room}\nServerName 127.0.0.1\nListen 127.0.0.1:${port}\nPidFile ${room}/httpd.pid\nErrorLog ${room}/error.log`,
    ...apacheModules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
    // It refuses to serve as root.
    ...(process.getuid?.() === 0 ? ['User www-data\nGroup www-data'] : []),
    `TypesConfig /etc/mime.types\nDocumentRoot ${root}\n<Directory ${root}>\n  AllowOverride All\n  Require all granted\n</Directory>\n`,
  ]
  writeFileSync(join(room, 'httpd.conf'), file.join('\n'))
  return ['-f', join(room, 'httpd.conf'), '-DFOREGROUND']
}

export const webServers: readonly WebServer[] = [
  {host: 'nginx', program: '/usr/sbin/nginx', start: nginx},
  {host: 'caddy', program: '/usr/bin/caddy', start: caddy},
  {host: 'apache', program: '/usr/sbin/apache2', start: apache},
]

export function isInstalled({program}: WebServer): boolean {
  return existsSync(program)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  const found = await once(socket, 'connect').then(
    () => true,
    () => false,
  )
  socket.destroy()
  return found
}

/** Serves `root` until the test ends; the value is the origin. `folder` is one that the server may write to. */
export async function serveWith(
  server: WebServer,
  root: string,
  folder: string,
  configuration: string,
): Promise<string> {
  const room = mkdtempSync(join(folder, `room-${server.host}-`))
  for (const path of [folder, room, root]) chmodSync(path, 0o755)
  const port = await freePort()
  const words = server.start({root, configuration, room, port})
  const env = {...process.env, HOME: room, XDG_CONFIG_HOME: room, XDG_DATA_HOME: room}
  const child: ChildProcess = spawn(server.program, words, {stdio: ['ignore', 'ignore', 'pipe'], env, cwd: room})
  let complaints = ''
  child.stderr?.on('data', (piece) => {
    complaints += String(piece)
  })
  onTestFinished(async () => {
    if (child.exitCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  })
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`${server.program} ended: ${complaints}`)
    if (await answers(port)) return `http://127.0.0.1:${port}`
    await pause(50)
  }
  throw new Error(`${server.program} does not answer: ${complaints}`)
}

export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly size: number
}

/** A request of its own, nothing followed or unpacked. */
export function ask(address: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(address, {headers, method, agent: false}, (response) => {
      let size = 0
      response.on('data', (piece: Buffer) => {
        size += piece.length
      })
      response.on('end', () => resolve({status: response.statusCode ?? 0, headers: response.headers, size}))
    })
    asked.on('error', reject)
    asked.end()
  })
}
