export default class Notice {
  text = '';

  show(): void {
    document.getElementById('notice')!.textContent = this.text;
  }
}
