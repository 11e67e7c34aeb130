// A process of its own: the server makes its continuation tokens with a cipher that OpenSSL 3 has only with this flag.
import {rmSync} from 'node:fs'
// @ts-expect-error: the package has no types
import S3rver from '@20minutes/s3rver'

const [directory, bucket] = process.argv.slice(2)
const server = new S3rver({
  directory,
  address: '127.0.0.1',
  port: 0,
  silent: true,
  configureBuckets: [{name: bucket, configs: []}],
})
const {port} = await server.run()
process.stdout.write(`${port}\n`)

process.stdin.resume().on('close', () => {
  if (directory !== undefined) rmSync(directory, {recursive: true, force: true})
  process.exit()
})
