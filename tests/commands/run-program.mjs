import { spawn } from 'node:child_process';

/**
 * Runs a program to its end. With `capture` its output is returned instead of shown, and still shown if it fails.
 * Resolves with {code, output}; never rejects for a non-zero exit.
 */
export function runProgram(program, args, { cwd, env, capture = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', capture ? 'pipe' : 'inherit', capture ? 'pipe' : 'inherit'], shell: process.platform === 'win32' });
    let output = '';
    child.stdout?.on('data', (part) => { output += part; });
    child.stderr?.on('data', (part) => { output += part; });
    child.on('error', reject);
    child.on('close', (code) => {
      if (capture && code !== 0) process.stderr.write(output);
      resolve({ code: code ?? 1, output });
    });
  });
}
