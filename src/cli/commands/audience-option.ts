export const audienceOption = {
  type: 'string',
  value: 'public|members',
  summary: 'build only what is public, or only the feeds for members, into a folder of their own',
} as const
