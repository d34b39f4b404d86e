import { Component, type ReactNode } from 'react'

/** Shows something else in place of a picture that could not be loaded or drawn. */
export class PictureBoundary extends Component<{ instead: ReactNode; children: ReactNode }, { hasBroken: boolean }> {
  override state = { hasBroken: false }

  static getDerivedStateFromError() {
    return { hasBroken: true }
  }

  override render() {
    return this.state.hasBroken ? this.props.instead : this.props.children
  }
}
