/**
 * Roles by group, spelled as in the podcast namespace.
 * https://github.com/Podcastindex-org/podcast-namespace/blob/main/taxonomy.json
 */
const rolesOfGroups: Readonly<Record<string, readonly string[]>> = {
  Cast: ['Host', 'Co-Host', 'Guest Host', 'Guest', 'Voice Actor', 'Narrator', 'Announcer', 'Reporter'],
  'Creative Direction': [
    'Director',
    'Assistant Director',
    'Executive Producer',
    'Senior Producer',
    'Producer',
    'Associate Producer',
    'Development Producer',
    'Creative Director',
  ],
  Writing: [
    'Author',
    'Editorial Director',
    'Co-Writer',
    'Writer',
    'Songwriter',
    'Guest Writer',
    'Story Editor',
    'Managing Editor',
    'Script Editor',
    'Script Coordinator',
    'Researcher',
    'Editor',
    'Fact Checker',
    'Translator',
    'Transcriber',
    'Logger',
  ],
  'Audio Production': [
    'Studio Coordinator',
    'Technical Director',
    'Technical Manager',
    'Audio Engineer',
    'Remote Recording Engineer',
    'Post Production Engineer',
  ],
  'Audio Post-Production': [
    'Audio Editor',
    'Sound Designer',
    'Foley Artist',
    'Composer',
    'Theme Music',
    'Music Production',
    'Music Contributor',
  ],
  Administration: [
    'Production Coordinator',
    'Booking Coordinator',
    'Production Assistant',
    'Content Manager',
    'Marketing Manager',
    'Sales Representative',
    'Sales Manager',
  ],
  Visuals: ['Graphic Designer', 'Cover Art Designer'],
  Community: ['Social Media Manager'],
  'Misc.': ['Consultant', 'Intern'],
  'Video Production': ['Camera Operator', 'Lighting Designer', 'Camera Grip', 'Assistant Camera'],
  // `Editor` is here and under Writing, so it is the only role that needs its group.
  'Video Post-Production': ['Editor', 'Assistant Editor'],
}

export const groupNames: readonly string[] = Object.keys(rolesOfGroups)
export const roleNames: readonly string[] = [...new Set(Object.values(rolesOfGroups).flat())]

/** The groups of a role: one group, but two for `Editor`; none if the word is no role. Spelled as in the taxonomy. */
export function groupsOfRole(role: string): readonly string[] {
  return groupNames.filter((group) => rolesOfGroups[group]?.some((each) => each.toLowerCase() === role.toLowerCase()))
}

/** The group of a role: the first if it has two, and `Cast` if it has none. */
export function groupOfRole(role: string): string {
  return groupsOfRole(role)[0] ?? 'Cast'
}
