/** Where the preview has its own files. No path of a show begins with this: slugs and folders begin with a letter or a digit. */
export const ownFolder = '/-castwright/'

export const ownPaths = {
  desk: ownFolder,
  script: `${ownFolder}live.js`,
  style: `${ownFolder}live.css`,
  events: `${ownFolder}events`,
  app: (app: string, slug = '') => `${ownFolder}as/${app}/${slug === '' ? '' : `${slug}/`}`,
} as const
