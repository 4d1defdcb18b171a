// Compiled Apex as the execution room uses it.
import type { Program } from '../apex/index.ts';
import { classNamed, construct, findType, resetStatics, type LoadedClass } from '../apex/index.ts';
import { allClasses } from '../apex/runtime/registry.ts';
import { throwApex } from '../apex/runtime/exceptions.ts';
import type { ClassInfo } from '../apex/runtime/types.ts';
import type { ApexProgram, LoadedTrigger } from './context.ts';

export class LoadedProgram implements ApexProgram {
    readonly program: Program;
    readonly #triggers = new Map<string, LoadedTrigger[]>();

    constructor(program: Program) {
        this.program = program;
        for (const loaded of allClasses()) {
            const { info, run } = loaded;
            if (!info.trigger || !run || program.classes.get(`trigger:${info.name.toLowerCase()}`)?.failed) continue;
            const list = this.#triggers.get(info.trigger.object) ?? [];
            this.#triggers.set(info.trigger.object, list);
            list.push({ info, run });
        }
        for (const list of this.#triggers.values()) list.sort((a, b) => a.info.name.localeCompare(b.info.name));
    }

    triggersOf(object: string): readonly LoadedTrigger[] {
        return this.#triggers.get(object) ?? [];
    }

    *classes(): Iterable<ClassInfo> {
        for (const loaded of allClasses()) if (loaded.info.kind === 'class') yield loaded.info;
    }

    classInfo(name: string): ClassInfo | null {
        return classNamed(name)?.info ?? null;
    }

    callStatic(cls: ClassInfo, key: string, args: unknown[]): unknown {
        const loaded = classNamed(cls.name) as LoadedClass;
        const method = loaded.js?.[key] as ((...values: unknown[]) => unknown) | undefined;
        if (!loaded.js || !method) throwApex('System.UnexpectedException', `${cls.name} has no method ${key}`);
        return method.apply(loaded.js, args);
    }

    newInstance(className: string): object {
        const type = findType(className);
        if (!type) throwApex('System.TypeException', `Invalid type: ${className}`);
        return construct(type) as object;
    }

    resetStatics(): void {
        resetStatics();
    }
}
