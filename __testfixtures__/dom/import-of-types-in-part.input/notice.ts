export class Notice {}
export class Page {}
document.title = '';
