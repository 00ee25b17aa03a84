export class Part {}
document.title = 'whole';
