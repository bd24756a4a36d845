import { Module } from '@nestjs/common';
import { AttemptsModule } from '../attempts/attempts.module.js';
import { KeptAnswersRepository } from './kept-answers.repository.js';
import { KeptAnswers } from './kept-answers.service.js';

@Module({ imports: [AttemptsModule], providers: [KeptAnswersRepository, KeptAnswers], exports: [KeptAnswers] })
export class KeptAnswersModule {}
