export class Service {}
document.title = 'service';
