import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

/** The one accent. Shade 7 carries white text at 6.4:1; shade 4 carries black text, and is read on the dark page, at 7:1. */
const pine: MantineColorsTuple = [
  '#eef5f5',
  '#dcebec',
  '#b5d4d8',
  '#8cbdc4',
  '#6caeb7',
  '#4d97a1',
  '#2f7f8a',
  '#1b6670',
  '#14545e',
  '#0b3f48',
]

/** Warm greys of the light scheme. Shade 4 draws the edge of whatever can be written in or chosen, at 3.4:1 on white. */
const paper: MantineColorsTuple = [
  '#f3f1ec',
  '#eceae4',
  '#e4e2dc',
  '#d5d3cc',
  '#8b8b86',
  '#7d807f',
  '#6b7074',
  '#4a5056',
  '#33383d',
  '#1c2023',
]

/** The dark scheme's own greys, cool and close to the page. Shade 4 is the edge of controls, at 3.5:1 on shade 6. */
const slate: MantineColorsTuple = [
  '#e2e4e5',
  '#c3c8cb',
  '#a0a7ac',
  '#949ba1',
  '#6c747a',
  '#262b2e',
  '#1c1f21',
  '#16181a',
  '#121416',
  '#0d0f10',
]

// Not by the name Liberation Sans: the board brings a font of that name, in one weight, and the page would change when it opens.
const text = "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', Cantarell, Ubuntu, Arial, system-ui, sans-serif"
const reading = "Charter, 'Bitstream Charter', 'Sitka Text', Cambria, 'Noto Serif', 'Liberation Serif', Georgia, serif"
const mono = "ui-monospace, 'SF Mono', 'Cascadia Code', Menlo, Consolas, 'Liberation Mono', monospace"

/** Mantine works the text on a filled button out for the light scheme only; this one follows the scheme. */
const variantColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  const isAccent = input.color === undefined || input.color === 'pine'
  return input.variant === 'filled' && isAccent ? { ...colors, color: 'var(--mantine-primary-color-contrast)' } : colors
}

export const theme = createTheme({
  variantColorResolver: variantColors,
  colors: { pine, gray: paper, dark: slate },
  black: '#1c2023',
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  fontFamily: text,
  fontFamilyMonospace: mono,
  headings: { fontFamily: text, fontWeight: '600' },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { md: '1.5' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
})

/** Paper and ink: every pair used for text is AA or better in both schemes. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: { '--hotseat-reading': reading },
  light: {
    '--mantine-color-body': '#fcfbf9',
    '--mantine-color-text': '#1c2023',
    '--mantine-color-dimmed': '#5a6167',
    '--mantine-color-placeholder': '#666d73',
    '--mantine-color-default-border': '#d5d3cc',
    '--mantine-color-error': '#a32a1d',
    '--mantine-color-disabled': '#eceae4',
    '--mantine-color-disabled-color': '#7d807f',
    '--hotseat-rule': '#e4e2dc',
    '--hotseat-raised': '#ffffff',
    '--hotseat-quiet': '#f3f1ec',
    '--hotseat-accent': '#1b6670',
    '--hotseat-mark': '#d9ebec',
    '--hotseat-mark-strong': '#a9d3d8',
    '--hotseat-segment': '#d5d3cc',
  },
  dark: {
    '--mantine-color-body': '#16181a',
    '--mantine-color-text': '#e2e4e5',
    '--mantine-color-dimmed': '#a0a7ac',
    '--mantine-color-placeholder': '#949ba1',
    '--mantine-color-default-border': '#3a4045',
    '--mantine-color-error': '#f0958a',
    '--mantine-color-bright': '#eef0f1',
    '--mantine-color-disabled': '#24282b',
    '--mantine-color-disabled-color': '#7d858a',
    '--hotseat-rule': '#2b3034',
    '--hotseat-raised': '#1c1f21',
    '--hotseat-quiet': '#202427',
    '--hotseat-accent': '#6caeb7',
    '--hotseat-mark': '#1f3d42',
    '--hotseat-mark-strong': '#2b616a',
    '--hotseat-segment': '#3a4045',
  },
})
