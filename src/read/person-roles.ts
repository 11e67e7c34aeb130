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
  // `Editor` stands here and under Writing; without a group it is the writing one, which comes first.
  'Video Post-Production': ['Editor', 'Assistant Editor'],
}

export const roleNames: readonly string[] = [...new Set(Object.values(rolesOfGroups).flat())]

const groups = new Map(
  Object.entries(rolesOfGroups)
    .reverse()
    .flatMap(([group, roles]) => roles.map((role) => [role, group] as const)),
)

/** The group of a role; `Cast` for a role that is in none. */
export function groupOfRole(role: string): string {
  return groups.get(role) ?? 'Cast'
}
