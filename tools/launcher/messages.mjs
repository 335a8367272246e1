// What a person reads when the launcher cannot go on: Japanese first, then English. Everything goes to standard error.
const messages = {
  'unknown-command': [
    ({ command, known }) => `「${command}」という命令はありません。使える命令：${known}`,
    ({ command, known }) => `There is no command "${command}". Commands: ${known}`,
  ],
  installing: [
    () => '必要な部品を導入しています（初回は1分ほどかかります）…',
    () => 'Installing what is needed (about a minute the first time)…',
  ],
  'waiting-for-install': [
    () => '別の起動が部品を導入中です。終わるまでお待ちください…',
    () => 'Another start is installing; please wait until it is done…',
  ],
  'install-stuck': [
    ({ lock }) => `ほかの導入が終わりません。動いていないことを確かめて、フォルダー ${lock} を削除し、もう一度実行してください。`,
    ({ lock }) => `Another installation does not end. Make sure that none is running, delete the folder ${lock}, and run this again.`,
  ],
  'npm-missing': [
    () => 'npm が見つかりません。Node.js（npm を含むもの、20.19 以上）を導入して、もう一度実行してください。',
    () => 'npm was not found. Please install Node.js with npm (20.19 or newer) and run this again.',
  ],
  'not-writable': [
    ({ path }) =>
      `${path} に書き込めないため、部品を導入できません。書き込みできる場所にコピーするか、書き込みできる利用者で「npm install --ignore-scripts」を実行してください。`,
    ({ path }) =>
      `Cannot install, because ${path} is not writable. Copy the folder to a place that you may write to, or run "npm install --ignore-scripts" as a user who may.`,
  ],
  'install-failed': [
    () =>
      '部品の導入に失敗しました。ネットワークと、必要ならプロキシ（HTTPS_PROXY、npm config set proxy …）を確かめて、もう一度実行してください。ネットワークのない場所では、導入済みのフォルダーを node_modules ごとコピーしてください。',
    () =>
      'Installation failed. Check the network and, where there is one, the proxy (HTTPS_PROXY, npm config set proxy …), then run this again. Where there is no network, copy an installed folder together with its node_modules.',
  ],
  'node-missing': [
    ({ node, runtime }) =>
      `Node.js 24 以上が必要です（今は ${node}）。次のどちらかをしてください：(1) Node.js 24 以上を導入する。(2) このフォルダーで「npm install --ignore-scripts --no-save ${runtime}」を実行する。`,
    ({ node, runtime }) =>
      `Node.js 24 or newer is needed (this is ${node}). Please do one of two things: (1) install Node.js 24 or newer, or (2) run "npm install --ignore-scripts --no-save ${runtime}" in this folder.`,
  ],
  'entry-missing': [({ path }) => `${path} がまだありません。`, ({ path }) => `${path} is not there yet.`],
}

/** Prints one message on standard error, in both languages. */
export function say(kind, values = {}) {
  for (const sentence of messages[kind]) process.stderr.write(`${sentence(values)}\n`)
}
