/** What Electron hands to listeners that may say no. */
export class RuntimeEvent {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
