import { UsageError } from './command.ts'

/** The login in whose name the command line works on the store. */
export function loginOption(value: string | undefined): string {
  if (value !== undefined) return value
  throw new UsageError({
    ja: '--login に、画面に入るときのログインIDを書いてください。記録に残ります。',
    en: 'Give the login that you use on the screen with --login; it is kept in the audit trail.',
  })
}
