import { Worker } from 'node:worker_threads'
import type { Job, JobResult } from './simulate-job.ts'

/** Runs jobs on threads of the bundled worker; the results are in the order of the jobs. */
export async function runJobs(script: string, jobs: readonly Job[], threads: number): Promise<JobResult[]> {
  const results: JobResult[] = []
  const waiting = [...jobs.entries()]
  const work = async (): Promise<void> => {
    const worker = new Worker(script)
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [index, job] = next
        results[index] = await answerOf(worker, job)
      }
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({ length: Math.min(threads, jobs.length) }, work))
  return results
}

function answerOf(worker: Worker, job: Job): Promise<JobResult> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', (result: JobResult) => {
      worker.off('error', reject)
      resolve(result)
    })
    worker.postMessage(job)
  })
}
