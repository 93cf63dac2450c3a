import { parentPort } from 'node:worker_threads'
import { simulateJob, type Job } from './simulate-job.ts'

/** Simulates the learners that it is sent, one after the other. */
parentPort?.on('message', (job: Job) => parentPort?.postMessage(simulateJob(job)))
