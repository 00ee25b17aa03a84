export class Other {}
document.title = '';
