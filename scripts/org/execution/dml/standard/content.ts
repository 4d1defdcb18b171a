// Files: a first ContentVersion makes its ContentDocument and links; later ones become the latest.
// https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_contentversion.htm
import { createHash } from 'node:crypto';
import { Blob } from '../../../values/index.ts';
import type { OrgContext } from '../../context.ts';
import { systemQuery } from '../../queries.ts';
import { recordError } from '../errors.ts';
import { internalUpdate, runDml } from '../pipeline.ts';
import { newRecord, type Row } from '../row.ts';
import type { StandardRules } from './index.ts';

const fileTypes: Record<string, string> = {
    txt: 'TEXT',
    csv: 'CSV',
    xml: 'XML',
    json: 'JSON',
    pdf: 'PDF',
    png: 'PNG',
    jpg: 'JPG',
    jpeg: 'JPG',
    gif: 'GIF',
    html: 'HTML',
    zip: 'ZIP',
    m4a: 'M4A',
    mp3: 'MP3',
    mp4: 'MP4',
    m4v: 'M4V',
    mov: 'MOV',
    wav: 'WAV',
    svg: 'SVG',
    rtf: 'RTF',
    doc: 'WORD',
    docx: 'WORD_X',
    xls: 'EXCEL',
    xlsx: 'EXCEL_X',
    ppt: 'POWER_POINT',
    pptx: 'POWER_POINT_X'
};

function insertRecord(org: OrgContext, object: string, values: Record<string, unknown>): string {
    const describe = org.schema.object(object);
    if (!describe) throw new Error(`The org has no ${object}`);
    const [result] = runDml(
        org,
        'insert',
        [newRecord(describe, values)],
        { allOrNone: false, accessMode: 'system', caller: null },
        true
    );
    if (!result?.id) throw new Error(`${object}: ${result?.errors[0]?.message ?? 'not saved'}`);
    return result.id;
}

export const contentVersion: StandardRules = {
    beforeSave(org, rows, inserting) {
        for (const row of rows) {
            const { values } = row.record;
            if (!inserting) continue;
            if (values.PathOnClient == null && values.ContentUrl == null) {
                row.errors.push(
                    recordError('REQUIRED_FIELD_MISSING', 'Required fields are missing: [PathOnClient]', [
                        'PathOnClient'
                    ])
                );
                continue;
            }
            describeFile(values);
            values.IsLatest = true;
            values.IsMajorVersion ??= true;
            values.VersionNumber = '1';
            values.OwnerId ??= org.tx.userId;
            if (values.ContentDocumentId == null) {
                values.ContentDocumentId = insertRecord(org, 'ContentDocument', {
                    Title: values.Title,
                    OwnerId: values.OwnerId,
                    FileType: values.FileType,
                    FileExtension: values.FileExtension,
                    ContentSize: values.ContentSize,
                    PublishStatus: 'R',
                    ParentId: null
                });
                continue;
            }
            const earlier = systemQuery(org, 'SELECT Id FROM ContentVersion WHERE ContentDocumentId = :id', {
                id: values.ContentDocumentId
            });
            values.VersionNumber = String(earlier.length + 1);
            for (const version of earlier)
                org.store.update(row.record.describe, version.id as string, { IsLatest: false });
        }
    },
    afterSave(org, rows, inserting) {
        if (!inserting) return;
        for (const row of rows) finishVersion(org, row);
    }
};

function describeFile(values: Record<string, unknown>): void {
    const path = String(values.PathOnClient ?? values.ContentUrl ?? '');
    const file = path.split(/[\\/]/).pop() ?? path;
    const dot = file.lastIndexOf('.');
    const extension = dot > 0 ? file.slice(dot + 1) : null;
    values.FileExtension = extension;
    values.FileType = extension ? (fileTypes[extension.toLowerCase()] ?? 'UNKNOWN') : 'UNKNOWN';
    values.Title ??= dot > 0 ? file.slice(0, dot) : file;
    values.ContentLocation ??= 'S';
    values.Origin ??= 'C';
    if (values.VersionData instanceof Blob) {
        values.ContentSize = values.VersionData.bytes.length;
        values.Checksum = createHash('md5').update(values.VersionData.bytes).digest('hex');
    }
}

function finishVersion(org: OrgContext, row: Row): void {
    const { values } = row.record;
    const document = org.schema.object('ContentDocument');
    if (!document) return;
    internalUpdate(org, [
        newRecord(document, {
            Id: values.ContentDocumentId,
            LatestPublishedVersionId: values.Id,
            Title: values.Title,
            FileType: values.FileType,
            FileExtension: values.FileExtension,
            ContentSize: values.ContentSize
        })
    ]);
    if (values.VersionNumber !== '1') return;
    insertRecord(org, 'ContentDocumentLink', {
        ContentDocumentId: values.ContentDocumentId,
        LinkedEntityId: values.OwnerId,
        ShareType: 'I',
        Visibility: 'AllUsers'
    });
    const place = values.FirstPublishLocationId;
    if (typeof place === 'string' && place !== values.OwnerId) {
        insertRecord(org, 'ContentDocumentLink', {
            ContentDocumentId: values.ContentDocumentId,
            LinkedEntityId: place,
            ShareType: 'V',
            Visibility: 'AllUsers'
        });
    }
}

export const contentDocumentLink: StandardRules = {
    prepare(_org, rows, inserting) {
        if (!inserting) return;
        for (const { record } of rows) {
            record.values.ShareType ??= 'V';
            record.values.Visibility ??= 'AllUsers';
        }
    },
    validate(org, rows, inserting) {
        if (!inserting) return;
        for (const row of rows) {
            const { ContentDocumentId: file, LinkedEntityId: entity } = row.record.values;
            const twin = systemQuery(
                org,
                'SELECT Id FROM ContentDocumentLink WHERE ContentDocumentId = :file AND LinkedEntityId = :entity',
                { file, entity }
            );
            if (twin.length > 0)
                row.errors.push(
                    recordError(
                        'DUPLICATE_VALUE',
                        `duplicate value found: <unknown> duplicates value on record with id: <unknown>`
                    )
                );
        }
    }
};

export const contentDocument: StandardRules = {
    beforeDelete(org, rows) {
        for (const object of ['ContentVersion', 'ContentDocumentLink']) {
            const describe = org.schema.object(object);
            if (!describe) continue;
            const ids = org.store
                .idsBy(
                    describe,
                    'ContentDocumentId',
                    rows.map((row) => row.record.id as string)
                )
                .map((item) => item.id);
            if (object === 'ContentVersion' && describe.fields.has('isdeleted'))
                for (const id of ids) org.store.update(describe, id, { IsDeleted: true });
            else org.store.purge(describe, ids);
        }
    }
};

/** A content delivery has addresses; they lead nowhere here. */
export const contentDistribution: StandardRules = {
    beforeSave(org, rows, inserting) {
        if (!inserting) return;
        for (const { record } of rows) {
            const { values } = record;
            const version = systemQuery(org, 'SELECT ContentDocumentId FROM ContentVersion WHERE Id = :id', {
                id: values.ContentVersionId
            })[0];
            const key = createHash('sha1')
                .update(`${String(values.ContentVersionId)}/${org.now()}`)
                .digest('hex');
            values.ContentDocumentId = version?.values.ContentDocumentId ?? null;
            values.DistributionPublicUrl = `https://local.example/sfc/p/${key}`;
            if (values.PreferencesAllowOriginalDownload === true)
                values.ContentDownloadUrl = `https://local.example/sfc/dist/version/download/${key}`;
            if (values.PreferencesAllowPDFDownload === true)
                values.PdfDownloadUrl = `https://local.example/sfc/dist/version/renditionDownload/${key}`;
        }
    }
};
