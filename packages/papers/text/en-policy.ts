import type { jaPolicy } from './ja-policy.ts'

/** The policy on security, to be signed. */
export const enPolicy: typeof jaPolicy = {
  policy: {
    title: 'Information security policy',
    heading: 'Information security policy',
    lead: 'So that care does not stop and the data entrusted to {us} are safe, the following is resolved.',
    points: [
      'Guarding information is part of the safety of care. {head} answers for it and provides people, time and money.',
      'There is a safety manager, who has time for the work and may decide on the spot in an emergency.',
      'Devices, links and data that are to be guarded are kept in a register, which follows every change.',
      'At least once a year things are held against the national guideline and checklist, and what is missing is mended.',
      'Contracts settle who does what with each vendor, and weaknesses are closed together.',
      'All staff are trained at least once a year and tell at once when something seems odd. Nobody is blamed for telling.',
      'Backups are kept detached, and it is tried whether they can be put back.',
      'How care goes on in an outage and whom to call is settled and drilled at least once a year.',
      'An incident is not hidden: it is reported where it must be, at once, and its causes are removed.',
    ],
    manager: 'Safety manager',
    person: '{name} ({post})',
    and: ', ',
    nobody: '(write the name)',
    holds: 'In force',
    fromTo: '{from} to {to}',
    yearly: 'This policy is gone over and signed anew every fiscal year.',
    entered: 'It is entered as signed by {name} on {on}.',
    date: 'Day of the signature',
    sign: '{head}, signature',
  },
}
