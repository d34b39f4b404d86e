/** Servers that speak chat completions, and the lines of .env that name them. */
export interface Endpoint {
  id: string
  name: string
  about: string
  lines: string
}

export const endpoints: readonly Endpoint[] = [
  {
    id: 'openai',
    name: 'OpenAI',
    about: 'Needs a key; each interview is billed by OpenAI. Any model of your account that does chat completions.',
    lines: 'OPENAI_API_KEY=sk-…\nHOTSEAT_MODEL=gpt-5-mini',
  },
  {
    id: 'ollama',
    name: 'Ollama',
    about:
      'Runs on this machine. Pull a model first; give it 16,000 tokens of context or more, or long interviews lose their beginning.',
    lines: 'OPENAI_BASE_URL=http://localhost:11434/v1\nHOTSEAT_MODEL=qwen3:14b',
  },
  {
    id: 'vllm',
    name: 'vLLM',
    about: 'Start it with "vllm serve <model>". The name is the one it was started with.',
    lines: 'OPENAI_BASE_URL=http://localhost:8000/v1\nHOTSEAT_MODEL=Qwen/Qwen3-14B',
  },
  {
    id: 'llama-cpp',
    name: 'llama.cpp',
    about: 'Start it with "llama-server -m model.gguf --jinja -c 16384". It serves one model and takes any name for it.',
    lines: 'OPENAI_BASE_URL=http://localhost:8080/v1\nHOTSEAT_MODEL=local',
  },
  {
    id: 'lm-studio',
    name: 'LM Studio',
    about: 'Load a model and start the server in the developer tab. The name is the one that tab shows.',
    lines: 'OPENAI_BASE_URL=http://localhost:1234/v1\nHOTSEAT_MODEL=qwen3-14b',
  },
]
