import type {Command} from '../command.ts'

export const deployCommand: Command = {
  name: 'deploy',
  aliases: [],
  usage: '[OUTPUT]',
  summary:
    'Puts what was built into an S3-compatible store: what changed, feeds last. Keys: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY.',
  examples: [['castwright deploy output --to s3://my-bucket/show --dry-run', 'print what it would do']],
  topic: 'deploying-to-object-storage',
  maxPositionals: 1,
  options: {
    to: {type: 'string', value: 's3://BUCKET/PREFIX', summary: 'where to'},
    endpoint: {
      type: 'string',
      value: 'URL',
      summary: 'the address of a store that is not Amazon’s (or AWS_ENDPOINT_URL_S3)',
    },
    region: {type: 'string', value: 'NAME', summary: 'the region of the store (or AWS_REGION; default: us-east-1)'},
    acl: {type: 'string', value: 'NAME', summary: 'a canned ACL such as public-read, where the store wants one'},
    accept: {
      type: 'string',
      isList: true,
      value: 'CODE:NAME',
      summary: 'accept a loss of published files; several with commas between them; CODE alone accepts all of a kind',
    },
    'dry-run': {type: 'boolean', summary: 'say what would be done, and do nothing'},
  },
  load: async () => (await import('../runs/run-deploy.ts')).runDeploy,
}
