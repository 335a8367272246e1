export { defineJob, type Job, type JobContext, type JobDefinition, prepareJobs, type RunningJobs, startJobs } from './jobs.ts'
export { enqueueJob, type JobRequest } from './store.ts'
