import { join } from 'node:path'
import type { Lang } from '@mimamori/domain'
import { type MadeTls, makeTls } from '@mimamori/server'
import { tlsAnswer } from '../answers.ts'
import { type Command, textOption } from '../command.ts'
import { defaultDataFolder } from '../paths.ts'

export const tlsCommand: Command = {
  name: 'tls',
  usage: 'mimamori tls NAME... [-o FOLDER] [--json]',
  summary: {
    ja: 'ほかのPCから暗号化(https)で開くための証明書を作ります',
    en: 'Make a certificate, so that other PCs can open it encrypted (https)',
  },
  options: { output: { type: 'string', short: 'o' } },
  positionals: [1, 20],
  schema: tlsAnswer,
  async run(call) {
    const folder = textOption(call, 'output') ?? join(process.env['MIMAMORI_DATA'] ?? defaultDataFolder, 'tls')
    const made = await makeTls({ folder, names: call.positionals, now: call.now })
    call.answer(made, () => wordsOf[call.lang](made))
    return 0
  },
}

const wordsOf: Readonly<Record<Lang, (made: MadeTls) => string>> = {
  ja: (made) => `証明書を作りました(${made.validUntil} まで): ${made.names.join('、')}

1. このサーバの設定に書きます。
   MIMAMORI_TLS_CERT=${made.certificateFile}
   MIMAMORI_TLS_KEY=${made.keyFile}
   MIMAMORI_PUBLIC_URL=https://${made.names[0]}

2. ${made.isNewAuthority ? '各PCに、この認証局を1度だけ入れます。' : '認証局は前と同じです。各PCですることはありません。'}
   ファイル: ${made.authorityFile}(秘密ではありません。USBメモリや共有フォルダで渡せます)
   Windows: 管理者のコマンドプロンプトで  certutil -addstore -f Root ca.crt
   まとめて入れる: グループポリシー →「コンピューターの構成」→「Windowsの設定」→「セキュリティの設定」→「公開キーのポリシー」→「信頼されたルート証明機関」
   入れる前に、拇印(SHA-256)が同じことを確かめてください。
   ${made.fingerprint}

3. ${made.authorityKeyFile} は認証局の鍵です。これを持つ人は、院内のPCに対してどのサイトにもなりすませます。
   USBメモリに移して金庫に入れ、この機械からは消すことをおすすめします。証明書を作り直すときにだけ戻してください。`,
  en: (made) => `The certificate is made (until ${made.validUntil}): ${made.names.join(', ')}

1. Put into the settings of this server:
   MIMAMORI_TLS_CERT=${made.certificateFile}
   MIMAMORI_TLS_KEY=${made.keyFile}
   MIMAMORI_PUBLIC_URL=https://${made.names[0]}

2. ${made.isNewAuthority ? 'Install this authority on each PC, once.' : 'The authority is the same as before: nothing is to be done at the PCs.'}
   File: ${made.authorityFile} (no secret: hand it on by USB stick or shared folder)
   Windows: in a command prompt of an administrator  certutil -addstore -f Root ca.crt
   For many PCs: Group Policy > Computer Configuration > Windows Settings > Security Settings > Public Key Policies > Trusted Root Certification Authorities
   Compare the fingerprint (SHA-256) before you install it:
   ${made.fingerprint}

3. ${made.authorityKeyFile} is the key of the authority. Whoever has it can pose as any site to the PCs that trust it.
   Better move it to a USB stick in the safe and delete it from this machine; bring it back only to renew the certificate.`,
}
