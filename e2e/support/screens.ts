/** Every screen of a facility, by its address below the facility; `<sheet>`, `<finding>` and `<asset>` stand for real ones. */
export const screens = [
  'today',
  'day-end',
  'checklist?mode=one',
  'checklist?mode=list',
  'checklist?mode=one&item=r7:2-12',
  'inspection-day',
  'inspection-notes',
  'joined',
  'joined?order=number',
  'findings',
  'findings?group=item',
  'finding?id=<finding>',
  'tasks',
  'tasks?show=mine',
  'tasks?show=done',
  'new-task',
  'new-task?finding=<finding>',
  'acceptances',
  'calendar',
  'assets',
  'assets?group=kind&state=listed',
  'assets/<asset>',
  'unlisted',
  'asset-conflicts',
  'asset-drift',
  'register/lines',
  'register/vpns',
  'register/remotePaths',
  'register/faxFlows',
  'register/accounts',
  'register/contracts',
  'register/backups',
  'network',
  'network?show=way',
  'network?show=table',
  'vendors',
  'vendors/<sheet>/ask',
  'vendors/<sheet>/reply',
  'mail',
  'questions',
  'cards/del',
  'papers',
  'import',
  'year',
  'edition',
  'people',
  'history',
  'audit',
  'audit?kind=sign-in',
  'members',
  'relations',
  'handover',
  'settings',
  'more',
  'start/1',
  'start/4',
  'start/5',
  'start/6',
  'start/8',
  'start/9',
  'start/10',
  'start/end',
] as const

/** The pages before a facility is open, and those that need nobody signed in. */
export const before = [
  '/welcome',
  '/sign-in',
  '/sign-in/outside',
  '/recover',
  '/switch',
  '/nowhere',
  '/setup',
  '/invitation',
  '/organisations',
  '/answer',
] as const

/** The pages about signing in; `sign-in` goes through them with everything on them opened. */
export const own = ['/me', '/sign-in-rules', '/recover', '/switch', '/sign-in'] as const

/** The pages of a vendor with an account. `<relation>`, `<sheet>`, `<number>` and `<task>` stand for real ones. */
export const vendorScreens = [
  '/v',
  '/v/standards',
  '/v/tasks',
  '/v/tasks/<relation>/<task>',
  '/v/requests',
  '/v/visits',
  '/v/new-contact',
  '/v/<relation>/<sheet>',
  '/v/<relation>/<sheet>/receipt/<number>',
] as const

/** Those of a vendor that has come in by a link and a number. */
export const linkScreens = ['/answer', '/answer/sheet', '/answer/tasks/<task>', '/answer/receipt/<number>'] as const

/** Those of whoever looks in. */
export const shownScreens = ['/shown', '/shown/members', '/shown/handover', '/shown/<relation>'] as const
