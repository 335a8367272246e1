import { UserError } from '../errors/user-error.ts'

export function openSecretFile(file: string, mode: number): UserError {
  const shown = (mode & 0o777).toString(8).padStart(4, '0')
  return new UserError({
    code: 'keys/secret-file-open',
    message: {
      ja: `鍵のファイルを、ほかの利用者も読み書きできます(許可 ${shown}): ${file}`,
      en: `Other users may read or change the secret file (mode ${shown}): ${file}`,
    },
    action: {
      ja: `chmod 600 ${file} を実行してから、もう一度始めてください。ほかの人が読んだかもしれないときは、鍵を作り直してください。`,
      en: `Run chmod 600 ${file} and start again. If others may have read it, make new keys.`,
    },
    file,
  })
}

export function missingSecretFile(file: string): UserError {
  return new UserError({
    code: 'keys/secret-file-missing',
    message: {
      ja: `鍵のファイルがありません: ${file} 。データベースには、この鍵で封をした署名の鍵があります。新しい鍵は作らずに止めました。`,
      en: `The secret file is missing: ${file}. The database holds signing keys that it sealed, so no new one was made.`,
    },
    action: {
      ja: '控え(バックアップ)から secret.key を同じ場所に戻すか、MIMAMORI_SECRET_FILE にその場所を書いてから、もう一度始めてください。',
      en: 'Bring secret.key back from your backup to the same place, or set MIMAMORI_SECRET_FILE to where it is, and start again.',
    },
    file,
  })
}

export function badSecretFile(file: string): UserError {
  return new UserError({
    code: 'keys/secret-file-unreadable',
    message: { ja: `鍵のファイルが読めません: ${file}`, en: `The secret file cannot be read: ${file}` },
    action: {
      ja: '控えから戻すか、MIMAMORI_SECRET_FILE の場所を確かめてください。',
      en: 'Bring it back from your copy, or check MIMAMORI_SECRET_FILE.',
    },
    file,
  })
}

export function otherSecretFile(): UserError {
  return new UserError({
    code: 'keys/other-secret-file',
    message: {
      ja: '保管している署名の鍵を、今の鍵のファイルでは開けません。別の鍵のファイルです。',
      en: 'The stored signing key cannot be opened with this secret file: it belongs to another one.',
    },
    action: {
      ja: 'はじめに使っていた鍵のファイル(secret.key)を戻してください。なくしたときは mimamori doctor の案内に従って鍵を作り直してください。',
      en: 'Bring back the secret file (secret.key) of the beginning. If it is lost, make new keys as mimamori doctor says.',
    },
  })
}
