/** Pictures as such: an image of some format, size or place is one of them. */
const pictures = String.raw`(?:images?[ _-](?:inputs?|contents?|parts?|understanding)|images(?:\(s\))?|image_url|vision|multi-?modal(?: \w+)?)`
const take = '(?:support|accept|allow|take|see|process|handle)(?:s|ed|ing)?'
const taken = '(?:supported|accepted|allowed|enabled|available)'

const sayings: readonly RegExp[] = [
  // vLLM: "At most 0 image(s) may be provided in one prompt."
  /\b(?:at most|maximum of|up to) 0 images?\b/i,
  // "This model does not support images.", OpenRouter: "No endpoints found that support image input"
  new RegExp(
    String.raw`(?:\bnot|n['’]t|\bcannot|\bno endpoints found that) ${take} (?:any )?${pictures}(?! (?:of|in|with|from|as|that|which|larger|over|above)\b)\b`,
    'i',
  ),
  // "Image input is not supported", OpenAI: "image_url is only supported by certain models"
  new RegExp(String.raw`\b${pictures} (?:is |are )?(?:(?:not|only) (?:\w+ )?${taken}|unsupported)\b`, 'i'),
  // vLLM: "… is not a multimodal model"
  /\bnot an? (?:multi-?modal|vision)\b/i,
  /\bonly (?:supports?|accepts?|takes?) text\b|\bsupports? only text\b|\btext-only model\b/i,
  // Ollama, llama.cpp, and servers that read a message into text alone
  /\bmissing data required for image input\b|\bmmproj\b|\bunknown variant `?image_url\b/i,
]

/** Whether an endpoint's words say that its model takes no pictures at all, rather than that something is wrong with one of them. */
export const saysNoPictures = (words: string): boolean => sayings.some((saying) => saying.test(words))
