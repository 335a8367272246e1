import type { Role } from '@mimamori/contract'
import type { PlainKey } from '../text/words.tsx'

/** 「施設代表・とりまとめ担当・入力担当・閲覧のみ」, and the two that few facilities need. */
export const roleWords: Readonly<Record<Role, PlainKey>> = {
  owner: 'role.owner',
  manager: 'role.manager',
  editor: 'role.editor',
  reader: 'role.reader',
  responder: 'role.responder',
  auditor: 'role.auditor',
}

export const roleSays: Readonly<Record<Role, PlainKey>> = {
  owner: 'role.owner.says',
  manager: 'role.manager.says',
  editor: 'role.editor.says',
  reader: 'role.reader.says',
  responder: 'role.responder.says',
  auditor: 'role.auditor.says',
}

export const rolesInOrder: readonly Role[] = ['owner', 'manager', 'editor', 'reader', 'responder', 'auditor']
