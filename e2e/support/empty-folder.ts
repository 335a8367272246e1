// Makes the data folder of an installation that nobody has set up yet, at the path that is given; the sites of a run begin with copies.
import { migrate, prepareJobs, readMigrations, silentLog, startEmbedded } from '@mimamori/server'

const [folder = ''] = process.argv.slice(2)
const database = await startEmbedded({ defaultFolder: folder, dataSetting: folder })
try {
  await migrate(database.owner, await readMigrations())
  await prepareJobs(database.jobs, silentLog())
} finally {
  await database.stop()
}
