/** @jsx make */
import { make } from './pragma';
import { build } from './factory';
import * as whole from './whole';
import required = require('./required');
import Part = whole.Part;
import { injectable } from 'inversify-lite';
import { Service } from './service';

const view: typeof make = <b />;
console.log(view, new Part(), required.title);

export default class {
  @injectable() service?: Service;
}
